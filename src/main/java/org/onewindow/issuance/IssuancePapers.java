package org.onewindow.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.onewindow.casefile.CaseFile;
import org.onewindow.catalog.Coded;
import org.onewindow.document.DocumentContent;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Draft;
import org.onewindow.document.Officials;
import org.onewindow.document.PaperDates;
import org.onewindow.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the issuing zone's papers say. */
@Component
class IssuancePapers implements DocumentContent {

    private final JdbcClient jdbc;
    private final ResultPapers papers;
    private final ResultHandover handover;
    private final Organization organization;
    private final Officials officials;
    private final Clock clock;

    IssuancePapers(
            JdbcClient jdbc,
            ResultPapers papers,
            ResultHandover handover,
            Organization organization,
            Officials officials,
            Clock clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.handover = handover;
        this.organization = organization;
        this.officials = officials;
        this.clock = clock;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(DocumentKind.DELIVERY, DocumentKind.RESULT_HANDOVER);
    }

    @Override
    public Draft draft(DocumentKind kind, CaseFile file) {
        return Draft.of(kind == DocumentKind.DELIVERY ? delivery(file) : handover(file));
    }

    private Map<String, Object> delivery(CaseFile file) {
        var facts = new HashMap<String, Object>();
        facts.put(
                "papers",
                papers.of(file.caseNumber()).stream()
                        .map(ResultPapers.Paper::facts)
                        .toList());
        jdbc.sql("select * from delivery where case_number = ?")
                .param(file.caseNumber().value())
                .query(row -> {
                    var manner = Coded.of(DeliveryManner.class, row.getString("manner"));
                    facts.put("recipient", row.getString("recipient"));
                    facts.put("manner", manner.label());
                    facts.put("verifiedBy", verification(manner, row.getString("verified_by")));
                    facts.put("signature", signature(manner));
                    facts.put("post", manner == DeliveryManner.POST ? post(row) : "");
                    facts.put(
                            "time",
                            PaperDates.time(row.getTimestamp("delivered_at").toInstant()));
                    facts.put(
                            "clerk",
                            officials.name(
                                    file.caseNumber(),
                                    row.getString("delivered_by"),
                                    row.getTimestamp("delivered_at").toInstant()));
                });
        return facts;
    }

    private static String verification(DeliveryManner manner, String verifiedBy) {
        return switch (verifiedBy) {
            case "code" -> "核对取件码" + authority(manner);
            case "identity" -> "核验身份证件" + authority(manner);
            case "carrier" -> "寄递企业投递时核对";
            default -> "下载时核对取件码";
        };
    }

    private static String authority(DeliveryManner manner) {
        return manner == DeliveryManner.AGENT ? "、授权委托书" : "";
    }

    /** Whoever takes the result at the window signs in their own hand. */
    private static String signature(DeliveryManner manner) {
        return switch (manner) {
            case IN_PERSON, AGENT -> "";
            case POST -> "见寄递签收记录";
            case ELECTRONIC -> "见系统下载记录";
        };
    }

    private static String post(ResultSet row) throws SQLException {
        return "%s，%s %s"
                .formatted(row.getString("address"), row.getString("carrier"), row.getString("tracking_number"));
    }

    private Map<String, Object> handover(CaseFile file) {
        var facts = new HashMap<String, Object>();
        facts.put(
                "papers",
                handover.papers(file.caseNumber()).stream()
                        .map(paper -> Map.of(
                                "title", paper.title(),
                                "number", paper.number(),
                                "state", paper.state().label()))
                        .toList());
        facts.put("handedOverBy", handedOverBy(file));
        var lines = handover.lines(file.caseNumber());
        var last = lines.get(lines.size() - 1);
        facts.put("from", organization.departmentName(last.department()));
        facts.put("receivedBy", officials.name(file.caseNumber(), last.actor(), last.at()));
        facts.put("time", PaperDates.time(last.at()));
        return facts;
    }

    private String handedOverBy(CaseFile file) {
        var step = handover.lastStep(file.caseNumber());
        return officials.name(file.caseNumber(), step.actor(), step.at());
    }
}
