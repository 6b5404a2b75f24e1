/** Unified issuance (统一出件): hands the result over to whoever may take it, and closes the case. */
@org.springframework.modulith.ApplicationModule(displayName = "统一出件")
package org.onewindow.issuance;
