package org.onewindow.catalog.lint;

import java.util.stream.Collectors;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;

/** The department that answers for the item and the windows that take it in exist. */
final class References implements Check {

    private final Organization organization;

    References(Organization organization) {
        this.organization = organization;
    }

    @Override
    public void check(LintedItem item, Findings findings) {
        var department = item.root().get("department");
        department
                .text()
                .filter(id -> organization.department(id).isEmpty())
                .ifPresent(id -> findings.page(
                        LintRule.DEPARTMENT_KNOWN,
                        department,
                        "机构名录中没有部门“" + id + "”。",
                        "请改为名录中的部门（"
                                + organization.departments().stream()
                                        .map(Department::id)
                                        .collect(Collectors.joining("、"))
                                + "），或者在 config/organization.yaml 中增加。"));
        var windowClass = item.root().get("windowClass");
        windowClass
                .text()
                .filter(id -> organization.windowOfClass(id).isEmpty())
                .ifPresent(id -> findings.page(
                        LintRule.WINDOW_KNOWN,
                        windowClass,
                        "机构名录中没有“" + id + "”类的窗口。",
                        "请改为名录中的窗口类别（"
                                + organization.windows().stream()
                                        .map(ServiceWindow::windowClass)
                                        .distinct()
                                        .collect(Collectors.joining("、"))
                                + "），或者在 config/organization.yaml 中增加窗口。"));
    }
}
