/** The service items (政务服务事项) as the standardised manual (受理材料标准化手册) has them. */
@org.springframework.modulith.ApplicationModule(displayName = "事项目录")
package org.onewindow.catalog;
