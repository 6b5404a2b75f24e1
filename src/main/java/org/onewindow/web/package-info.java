/** What the outside reaches: landing page, REST interface, access to both. */
@org.springframework.modulith.ApplicationModule(displayName = "网页与接口")
package org.onewindow.web;
