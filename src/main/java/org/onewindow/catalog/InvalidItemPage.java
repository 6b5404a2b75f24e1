package org.onewindow.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** An item's page cannot be read; the message names file, line and remedy of every fault. */
public class InvalidItemPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidItemPage(String file, List<PageFault> faults) {
        super(faults.stream()
                .map(fault -> file + ":" + fault.line() + " " + fault.why() + fault.remedy())
                .collect(Collectors.joining("\n")));
    }
}
