package org.onewindow.organization;

/**
 * A class of comprehensive windows (综合受理窗口).
 *
 * @param id also the staff group of its clerks
 * @param windowClass the class of items it serves, e.g. {@code social}
 */
public record ServiceWindow(String id, String name, String windowClass) {}
