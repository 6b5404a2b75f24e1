/** Attachments (附件): the files that applicants and approvers add to a case, checked, marked and watched over. */
@org.springframework.modulith.ApplicationModule(displayName = "附件")
package org.onewindow.attachment;
