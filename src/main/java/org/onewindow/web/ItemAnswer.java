package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.catalog.Basis;
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
        List<Coded> serviceObjects,
        List<Basis> basis,
        ServiceItem.Result result,
        List<MaterialAnswer> materials,
        List<ItemQuestions.Question> questions) {

    /** A code and what it means. */
    record Coded(String code, String label) {}

    /** A line of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Summary(
            String code, String name, Coded kind, Coded department, Coded window, String windowClass, Limits limits) {}

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

        private String days(int days) {
            return days == 0 ? "当日" : days + "个" + DayUnit.of(unit).label();
        }
    }

    /** @param condition when a conditional material is needed */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MaterialAnswer(
            String code,
            String name,
            boolean required,
            Optional<String> condition,
            String requirement,
            String standard,
            Basis basis) {}

    static Summary summary(ServiceItem item, Organization organization) {
        var department = organization.department(item.department()).map(Department::name);
        var window = organization.windowOfClass(item.windowClass());
        var limits = item.limits();
        return new Summary(
                item.code(),
                item.name(),
                item.kind() == ServiceItem.Kind.INSTANT ? new Coded("instant", "即办件") : new Coded("promised", "承诺件"),
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

    static ItemAnswer of(ServiceItem item, Organization organization, List<ItemQuestions.Question> questions) {
        return new ItemAnswer(
                summary(item, organization),
                item.version(),
                item.serviceObjects().stream()
                        .map(type -> new Coded(type.code(), type.label()))
                        .toList(),
                item.basis(),
                item.result(),
                item.materials().stream().map(ItemAnswer::material).toList(),
                questions);
    }

    private static MaterialAnswer material(Material material) {
        return new MaterialAnswer(
                material.code(),
                material.name(),
                material.necessity() == Material.Necessity.REQUIRED,
                material.when(),
                material.requirement(),
                material.standard(),
                material.basis());
    }
}
