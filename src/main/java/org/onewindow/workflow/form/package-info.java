/** Forms: what they show, what they take, and what becomes of it. */
@org.springframework.modulith.NamedInterface("form")
package org.onewindow.workflow.form;
