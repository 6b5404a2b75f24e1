package org.onewindow.catalog;

/** Where a requirement comes from (设定依据). */
public record Basis(String document, String article) {

    /** As a paper cites it: 《公共场所卫生管理条例》第四条、第八条. */
    String cited() {
        return "《" + document + "》" + article;
    }
}
