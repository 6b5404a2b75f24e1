/**
 * The statutory clock (办理时限): from what happened to a case and when, the dates by which the office must act.
 *
 * <p>The arithmetic is pure: {@link org.onewindow.deadline.ClockRules} say what the item's law grants, {@link
 * org.onewindow.deadline.ClockEvent}s say what happened, {@link org.onewindow.deadline.CaseClock} replays them on the
 * working-day calendar and reads out a {@link org.onewindow.deadline.ClockState}. Nothing else in the application
 * computes a due date. Law: 行政许可法 art. 32 (notice), 42 (decision, extension), 44 (delivery), 45 (special procedures),
 * 82 (working days).
 */
@ApplicationModule(displayName = "时限账本")
package org.onewindow.deadline;

import org.springframework.modulith.ApplicationModule;
