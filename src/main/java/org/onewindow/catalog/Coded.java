package org.onewindow.catalog;

/** A value of a code list: the code as files and interfaces carry it, and what it means in Chinese. */
public interface Coded {

    String code();

    String label();
}
