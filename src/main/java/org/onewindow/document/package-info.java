/** The statutory papers (文书): what each says, its number, its seal, its file, and whether it still holds. */
@org.springframework.modulith.ApplicationModule(displayName = "文书")
package org.onewindow.document;
