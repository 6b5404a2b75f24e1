package org.onewindow.catalog.lint;

import java.util.List;

/** Items with faults are not published, and none of those that came with them; the message lists the faults. */
public class ItemsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults each with its place, the reason and the remedy */
    public ItemsRefused(List<String> faults) {
        super("事项目录有" + faults.size() + "处问题，没有发布：\n" + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
