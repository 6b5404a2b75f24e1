/**
 * The item factory (事项工厂): from the rows of the manual's workbook to complete item folders. What is generated is written
 * as text; no engine is needed.
 */
@org.springframework.modulith.ApplicationModule(displayName = "事项工厂")
package org.onewindow.factory;
