/** The case (办件): number, applicant, materials, state and history. What is written here is the truth. */
@org.springframework.modulith.ApplicationModule(displayName = "办件")
package org.onewindow.casefile;
