package org.onewindow.catalog.lint;

import java.util.List;
import java.util.stream.Collectors;

/** The application does not start with items that have faults; the message lists them. */
public class ItemsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ItemsRefused(List<Finding> findings) {
        super("事项目录有" + findings.size() + "处问题，没有部署：\n"
                + findings.stream()
                        .map(finding -> finding.where() + " [" + finding.rule().id() + "]\n    " + finding.why()
                                + finding.remedy())
                        .collect(Collectors.joining("\n")));
    }
}
