/**
 * Messages to staff, departments and the bureau (消息): written with the step that is told of, sent afterwards by any node, by
 * e-mail and through the district's message gateway. Never with an applicant's personal data.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "消息",
        allowedDependencies = {"organization", "background"})
package org.onewindow.notification;
