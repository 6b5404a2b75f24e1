package org.onewindow.catalog;

/**
 * What keeps a page from being read.
 *
 * @param line counted from 1
 * @param place e.g. {@code materials[2].copies}; empty for the whole file
 * @param why what is wrong, in Chinese
 * @param remedy what to do, in Chinese
 */
public record PageFault(int line, String place, String why, String remedy) {}
