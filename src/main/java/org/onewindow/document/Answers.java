package org.onewindow.document;

import java.util.HashMap;
import java.util.Map;

/** The answers to an item's questions, for its template. What was not asked of somebody is blank, and no reason to refuse. */
final class Answers extends HashMap<Object, Object> {

    static final String NAME = "answer";
    private static final long serialVersionUID = 1L;

    Answers(Map<?, ?> given) {
        super(given);
    }

    @Override
    public boolean containsKey(Object question) {
        return true;
    }

    @Override
    public Object get(Object question) {
        return getOrDefault(question, "");
    }
}
