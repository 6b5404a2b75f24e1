package org.onewindow.issuance;

import java.util.List;
import java.util.Map;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.document.Documents;
import org.springframework.stereotype.Component;

/** The papers that the applicant is to be given (结果文书): the decision and the certificate. */
@Component
class ResultPapers {

    private final Documents documents;

    ResultPapers(Documents documents) {
        this.documents = documents;
    }

    /** @param number its 文号, which a correction keeps */
    record Paper(String title, String number) {

        Map<String, String> facts() {
            return Map.of("title", title, "number", number);
        }
    }

    /** Those that hold, in the order in which they were issued. */
    List<Paper> of(CaseNumber caseNumber) {
        return documents.of(caseNumber).stream()
                .filter(document -> document.kind().isDelivered())
                .filter(document -> document.revokedAt().isEmpty() && !document.replaced())
                .map(document -> new Paper(document.title(), document.number()))
                .toList();
    }
}
