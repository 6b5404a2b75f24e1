package org.onewindow.supervision;

import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;

/**
 * Somebody was reminded of a case (催办); published in the transaction of the reminder.
 *
 * @param step the name of the task
 * @param person the account that has the task; empty while nobody has claimed it
 * @param groups the ids of the groups that may claim it
 * @param by the account of the supervisor or head
 */
public record CaseReminded(
        CaseNumber caseNumber, String step, Optional<String> person, List<String> groups, String text, String by) {}
