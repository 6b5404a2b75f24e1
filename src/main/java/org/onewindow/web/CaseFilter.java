package org.onewindow.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseSearch;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;

/** Which cases an address asks for. */
final class CaseFilter {

    private static final Set<String> NAMES = Set.of("applicant", "item", "from", "to", "state", "page");

    private CaseFilter() {}

    /** @throws RefusedInput with every parameter that is unknown or has a value that does not exist */
    static CaseSearch.Query read(Map<String, String> sent, Catalog catalog) {
        var reading = new SentQuery(sent, NAMES);
        var query = new CaseSearch.Query(
                applicant(reading),
                item(reading, catalog),
                reading.day("from"),
                reading.day("to"),
                reading.known("state", Arrays.stream(CaseState.values()).map(Enum::name))
                        .map(CaseState::valueOf),
                page(reading));
        if (query.from().isPresent()
                && query.to().filter(query.from().get()::isAfter).isPresent()) {
            reading.refuse("to", "不能早于 from");
        }
        reading.refuseFaults();
        return query;
    }

    private static Optional<String> applicant(SentQuery reading) {
        var name = reading.text("applicant");
        if (name.filter(text -> text.length() < 2).isPresent()) {
            reading.refuse("applicant", "请至少填写两个字；姓名中脱敏的字可以写*，如李**");
        }
        return name;
    }

    private static Optional<String> item(SentQuery reading, Catalog catalog) {
        var code = reading.text("item");
        if (code.isPresent() && code.flatMap(catalog::entry).isEmpty()) {
            reading.refuse("item", "事项目录中没有这个事项，请从 /api/items 选取事项编码");
        }
        return code;
    }

    private static Optional<CaseNumber> page(SentQuery reading) {
        var page = reading.text("page");
        var last = page.flatMap(CaseNumber::parse);
        if (page.isPresent() && last.isEmpty()) {
            reading.refuse("page", "请照抄上一页答复里的 nextPage；查询第一页不用填写");
        }
        return last;
    }
}
