package org.onewindow.catalog;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a new page of an item changes for applicants, in words (新旧对照). */
public final class PageComparison {

    /** Not a matter of the page's own: identity, and what the models say better. */
    private static final Set<String> ELSEWHERE = Set.of("code", "version", "materials", "process");

    private final List<String> changes = new ArrayList<>();

    private PageComparison() {}

    /** Empty if nothing changes. */
    public static List<String> of(ServiceItem before, ServiceItem after) {
        var comparison = new PageComparison();
        comparison.components("", before, after, component -> !ELSEWHERE.contains(component.getName()));
        comparison.materials(before.materials(), after.materials());
        return comparison.changes;
    }

    private void materials(List<Material> before, List<Material> after) {
        before.stream()
                .filter(material -> find(after, material).isEmpty())
                .forEach(material -> changes.add("不再需要材料“" + material.name() + "”"));
        for (var material : after) {
            find(before, material)
                    .ifPresentOrElse(
                            former -> components("材料“" + material.name() + "”的", former, material, component -> true),
                            () -> changes.add("新增材料“" + material.name() + "”（"
                                    + material.necessity().label()
                                    + material.when().map(when -> "：" + when).orElse("") + "）"));
        }
    }

    private static Optional<Material> find(List<Material> materials, Material sought) {
        return materials.stream()
                .filter(material -> material.code().equals(sought.code()))
                .findFirst();
    }

    private void components(String prefix, Object before, Object after, Function<RecordComponent, Boolean> isCompared) {
        for (var component : before.getClass().getRecordComponents()) {
            if (isCompared.apply(component)) {
                var name = prefix + KeyNames.name(component.getName());
                compare(name, plain(value(component, before)), plain(value(component, after)));
            }
        }
    }

    private void compare(String name, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof List<?> former && after instanceof List<?> later) {
            former.stream()
                    .filter(one -> !later.contains(one))
                    .forEach(one -> changes.add(name + "删去“" + text(one) + "”"));
            later.stream()
                    .filter(one -> !former.contains(one))
                    .forEach(one -> changes.add(name + "增加“" + text(one) + "”"));
        } else if (before instanceof Record && after instanceof Record) {
            components(name + "的", before, after, component -> true);
        } else {
            changes.add(name + "：" + text(before) + " → " + text(after));
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value, or null for one that the page leaves out. */
    private static Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        return value;
    }

    private static String text(Object value) {
        var plain = plain(value);
        if (plain == null) {
            return "（无）";
        }
        if (plain instanceof Coded coded) {
            return coded.label();
        }
        if (plain instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        if (plain instanceof Record) {
            return Arrays.stream(plain.getClass().getRecordComponents())
                    .map(component -> text(value(component, plain)))
                    .collect(Collectors.joining(" "));
        }
        return plain.toString();
    }
}
