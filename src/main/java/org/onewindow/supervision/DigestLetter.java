package org.onewindow.supervision;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.deadline.Lamp;
import org.onewindow.notification.Letter;
import org.onewindow.notification.Letter.Table;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.WarningCard.Level;
import org.springframework.stereotype.Component;

/** Writes the digest. */
@Component
class DigestLetter {

    private static final String PAGE = "/camunda/app/cockpit/";

    private final Organization organization;

    DigestLetter(Organization organization) {
        this.organization = organization;
    }

    Letter write(DigestFigures figures) {
        return new Letter(
                "每日监督简报 " + figures.day(),
                List.of(
                        "截至今日上班时，在办 %d 件，今日到期 %d 件。".formatted(figures.open(), figures.dueToday()),
                        period(figures) + decided(figures.decided()) + cards(figures)),
                List.of(),
                tables(figures),
                PAGE);
    }

    private static String period(DigestFigures figures) {
        return figures.since().equals(figures.yesterday())
                ? "昨日（" + figures.yesterday() + "）"
                : figures.since() + " 至 " + figures.yesterday() + " ";
    }

    private static String decided(Timeliness decided) {
        return decided.due() == 0
                ? "没有作出决定的办件；"
                : "作出决定 %d 件，其中按时 %d 件，按时率 %s%%；"
                        .formatted(
                                decided.due(), decided.onTime(), decided.share().percent());
    }

    private static String cards(DigestFigures figures) {
        var parts = new ArrayList<String>();
        for (var level : Level.values()) {
            parts.add(level.label() + " " + figures.cards().getOrDefault(level, 0) + " 张");
        }
        return "新发警示牌：" + String.join("，", parts) + "。";
    }

    private List<Table> tables(DigestFigures figures) {
        var tables = new ArrayList<Table>();
        tables.add(lamps(figures));
        if (!figures.overdue().isEmpty()) {
            tables.add(new Table(
                    "超过承诺时限的办件",
                    List.of("部门", "件数"),
                    figures.overdue().entrySet().stream()
                            .map(entry -> List.of(name(entry.getKey()), entry.getValue() + " 件"))
                            .toList()));
        }
        if (!figures.waiting().isEmpty()) {
            tables.add(new Table(
                    "待部门签收、说明的警示牌",
                    List.of("部门", "待处理", "逾期未说明"),
                    figures.waiting().stream()
                            .map(waiting -> List.of(
                                    name(waiting.department()),
                                    waiting.cards() + " 张",
                                    waiting.unanswered() == 0 ? "无" : waiting.unanswered() + " 张逾期未说明"))
                            .toList()));
        }
        return tables;
    }

    private static Table lamps(DigestFigures figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("尚未受理", figures.unaccepted() + " 件"));
        for (var lamp : Lamp.values()) {
            rows.add(List.of(label(lamp), figures.lamps().getOrDefault(lamp, 0) + " 件"));
        }
        return new Table("在办办件", List.of("灯号", "件数"), rows);
    }

    private static String label(Lamp lamp) {
        return switch (lamp) {
            case GREEN, YELLOW, RED -> lamp.label();
            case PAUSED -> "暂停（特别程序）";
            case DONE -> "已决定，待送达";
        };
    }

    private String name(String department) {
        return organization.departmentName(department);
    }
}
