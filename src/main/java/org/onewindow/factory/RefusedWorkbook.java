package org.onewindow.factory;

import java.util.List;

/** A workbook that nothing was generated from: it cannot be read, or something in it is wrong. */
public class RefusedWorkbook extends RuntimeException {

    private final transient List<Problem> problems;

    RefusedWorkbook(List<Problem> problems) {
        super(problems.size() + "处有误：" + problems);
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the workbook. */
    public List<Problem> problems() {
        return problems;
    }
}
