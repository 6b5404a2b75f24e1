package org.onewindow.document;

import org.onewindow.organization.Organization;

/** What one can do against a decision (救济途径): 行政复议法 art. 20, 行政诉讼法 art. 46. */
final class Remedies {

    private Remedies() {}

    /** @param paper what the reader holds in hand, e.g. 本决定书 */
    static String text(Organization organization, String paper) {
        return "如不服，可以自收到" + paper + "之日起六十日内向" + organization.reviewOrgan() + "申请行政复议，也可以自收到" + paper + "之日起六个月内依法向"
                + organization.court() + "提起行政诉讼。";
    }
}
