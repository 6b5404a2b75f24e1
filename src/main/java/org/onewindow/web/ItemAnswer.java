package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.catalog.Basis;
import org.onewindow.catalog.Contact;
import org.onewindow.catalog.Faq;
import org.onewindow.catalog.Fee;
import org.onewindow.catalog.Material;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.deadline.DayUnit;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;

/** A service item as the REST interface tells it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ItemAnswer(
        @JsonUnwrapped Summary summary,
        String version,
        Coded type,
        Optional<String> implementationCode,
        Optional<String> handlingCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        List<Coded> serviceObjects,
        List<Basis> basis,
        List<String> conditions,
        List<Fee> fees,
        Process process,
        Result result,
        int visits,
        Optional<Coded> coverage,
        Coded onlineDepth,
        List<Coded> fourWays,
        Contact contact,
        List<Faq> faq,
        List<MaterialAnswer> materials,
        List<ItemQuestions.Question> questions) {

    /** A code and what it means. */
    record Coded(String code, String label) {

        static Coded of(org.onewindow.catalog.Coded value) {
            return new Coded(value.code(), value.label());
        }

        static List<Coded> of(List<? extends org.onewindow.catalog.Coded> values) {
            return values.stream().map(Coded::of).toList();
        }
    }

    /** The way of a case in words. */
    record Process(Coded archetype, List<String> steps) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Result(
            String name,
            Optional<Coded> kind,
            String number,
            OptionalInt validYears,
            String refusalName,
            String refusalNumber) {}

    /** A line of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Summary(
            String code,
            String name,
            Coded availability,
            Coded kind,
            Coded department,
            Coded window,
            String windowClass,
            Limits limits) {

        public boolean onOffer() {
            return availability.code().equals(ServiceItem.Availability.ON_OFFER.code());
        }
    }

    /** @param unit {@code workingDays} or {@code calendarDays}, of all but the correction days */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Limits(
            OptionalInt statutoryDays,
            int promisedDays,
            String unit,
            String clockStart,
            int extensionDays,
            OptionalInt correctionDays) {

        /** The promise in words, e.g. 7个工作日. */
        public String promise() {
            return days(promisedDays);
        }

        /** The statutory limit in words. */
        public String statute() {
            return statutoryDays.isPresent() ? days(statutoryDays.getAsInt()) : "法律未规定";
        }

        /** All of it in words, a sentence each. */
        public List<String> sentences() {
            var from = clockStart.equals("receipt") ? "自收到申请之日起" : "自受理之日起";
            var sentences = new ArrayList<String>();
            sentences.add(promisedDays == 0 ? "材料齐全、符合要求的，当日办结。" : from + days(promisedDays) + "内办结（承诺时限，起始的当日不计）。");
            sentences.add(
                    statutoryDays.isPresent()
                            ? "法定时限："
                                    + (statutoryDays.getAsInt() == 0
                                            ? "当日。"
                                            : from + days(statutoryDays.getAsInt()) + "内。")
                            : "法定时限：法律未规定。");
            if (extensionDays > 0) {
                sentences.add("不能按期办结的，经批准可以延长一次，最多" + days(extensionDays) + "，并告知理由。");
            }
            correctionDays.ifPresent(
                    days -> sentences.add("材料不齐全或者不符合要求的，一次性告知需要补正的全部内容，请在" + days + "个工作日内补正；补正的时间不计入办理时限。"));
            return sentences;
        }

        private String days(int days) {
            return days == 0 ? "当日" : days + "个" + DayUnit.of(unit).label();
        }
    }

    /**
     * @param condition when a conditional material is needed
     * @param blankForm 空白表格
     * @param sample 示例样表
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MaterialAnswer(
            String code,
            String name,
            boolean required,
            Coded necessity,
            Optional<String> condition,
            String requirement,
            Coded form,
            int copies,
            Coded original,
            boolean signature,
            boolean seal,
            Coded source,
            String standard,
            Optional<String> fillingNotes,
            Optional<DocumentLink> blankForm,
            Optional<DocumentLink> sample,
            boolean sensitive,
            Basis basis) {}

    /** A file and where it is had. */
    record DocumentLink(String name, String link) {}

    static Summary summary(ServiceItem item, Organization organization, LocalDate today) {
        var department = organization.department(item.department()).map(Department::name);
        var window = organization.windowOfClass(item.windowClass());
        var limits = item.limits();
        return new Summary(
                item.code(),
                item.name(),
                Coded.of(item.availability(today)),
                Coded.of(item.kind()),
                new Coded(item.department(), department.orElse(item.department())),
                new Coded(
                        window.map(ServiceWindow::id).orElse(item.windowClass()),
                        window.map(ServiceWindow::name).orElse(item.windowClass())),
                item.windowClass(),
                new Limits(
                        limits.statutoryDays(),
                        limits.promisedDays(),
                        limits.unit().orElse(DayUnit.WORKING_DAYS.jsonName()),
                        limits.clockStart(),
                        limits.extensionDays(),
                        limits.correctionDays()));
    }

    static ItemAnswer of(
            ServiceItem item, Organization organization, LocalDate today, List<ItemQuestions.Question> questions) {
        return new ItemAnswer(
                summary(item, organization, today),
                item.version(),
                Coded.of(item.type()),
                item.implementationCode(),
                item.handlingCode(),
                item.validFrom(),
                item.validTo(),
                Coded.of(item.serviceObjects()),
                item.basis(),
                item.conditions(),
                item.fees(),
                new Process(Coded.of(item.process().archetype()), item.process().steps()),
                result(item.result()),
                item.visits(),
                item.coverage().map(Coded::of),
                Coded.of(item.onlineDepth()),
                Coded.of(item.fourWays()),
                item.contact(),
                item.faq(),
                item.materials().stream()
                        .map(material -> material(item, material))
                        .toList(),
                questions);
    }

    private static Result result(ServiceItem.Result result) {
        return new Result(
                result.name(),
                result.kind().map(Coded::of),
                result.number(),
                result.validYears(),
                result.refusalName(),
                result.refusalNumber());
    }

    static MaterialAnswer material(ServiceItem item, Material material) {
        return new MaterialAnswer(
                material.code(),
                material.name(),
                material.necessity() != Material.Necessity.CONDITIONAL,
                Coded.of(material.necessity()),
                material.when(),
                material.requirement(),
                Coded.of(material.form()),
                material.copies(),
                Coded.of(material.original()),
                material.signature(),
                material.seal(),
                Coded.of(material.source()),
                material.standard(),
                material.fillingNotes(),
                document(item, material.blankForm()),
                document(item, material.sample()),
                material.sensitive(),
                material.basis());
    }

    private static Optional<DocumentLink> document(ServiceItem item, Optional<String> file) {
        return file.map(name -> new DocumentLink(name, ItemDocuments.link(item.code(), name)));
    }
}
