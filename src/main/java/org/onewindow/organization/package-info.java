/** Who does what: departments, windows and what the departments entrust to the windows (授权委托书). */
@org.springframework.modulith.ApplicationModule(displayName = "机构与授权")
package org.onewindow.organization;
