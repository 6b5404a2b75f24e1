package org.onewindow.document;

import org.onewindow.casefile.RefusedInput;

/** A paper would go out without something that it must say. Nothing is issued, and the step is undone. */
class IncompleteDocument extends RefusedInput {

    private static final long serialVersionUID = 1L;

    IncompleteDocument(DocumentKind kind, String missing) {
        super("“" + kind.label() + "”缺少法定内容（" + missing + "），不能出具，本环节未提交。请补齐后重新提交，或者联系系统管理员");
    }

    IncompleteDocument(String template, Throwable cause) {
        super("文书模板所需的内容不全（" + template + "），不能出具，本环节未提交。请联系系统管理员");
        initCause(cause);
    }
}
