package org.onewindow.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Binds YAML to the page's records: a component is a key, a required one unless it is optional. Data binding stops at the
 * first fault and forgets the lines; a designer wants all of them, with their lines.
 */
final class PageBinder {

    /** Asking a class each time takes longer than reading the page. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final List<PageFault> faults = new ArrayList<>();

    List<PageFault> faults() {
        return List.copyOf(faults);
    }

    /** The item; empty if there were faults. */
    Optional<ServiceItem> bind(YamlNode root) {
        return Optional.ofNullable((ServiceItem) bindRecord(root, ServiceItem.class));
    }

    // Null stands for a value at fault.
    private Object bindRecord(YamlNode node, Class<?> type) {
        if (!node.isMapping()) {
            return fault(node, "应由键和值组成。", "请写成“键: 值”，各键见 processes/item.schema.json。");
        }
        int before = faults.size();
        var components = COMPONENTS.get(type);
        refuseUnknownKeys(node, components);
        var values = Stream.of(components)
                .map(component -> bindComponent(node.get(component.getName()), component))
                .toArray();
        return faults.size() > before ? null : create(type, components, values);
    }

    private void refuseUnknownKeys(YamlNode node, RecordComponent[] components) {
        var known = Stream.of(components).map(RecordComponent::getName).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (var key : node.keys()) {
            if (!known.contains(key.name())) {
                faults.add(new PageFault(
                        key.line(), node.get(key.name()).place(), "不认识的键“" + key.name() + "”。", "请核对拼写，或者删去。"));
            } else if (!seen.add(key.name())) {
                faults.add(
                        new PageFault(key.line(), node.get(key.name()).place(), "键“" + key.name() + "”重复。", "请只保留一个。"));
            }
        }
    }

    private Object bindComponent(YamlNode node, RecordComponent component) {
        var type = component.getGenericType();
        boolean isOptional = raw(type) == Optional.class || type == OptionalInt.class;
        if (!node.exists() && !isOptional && !component.isAnnotationPresent(MayBeMissing.class)) {
            return fault(
                    node, "缺少" + KeyNames.explain(component.getName()) + "。", "请补上，写法见 processes/item.schema.json。");
        }
        if (component.isAnnotationPresent(AtLeastOne.class)
                && node.isList()
                && node.items().isEmpty()) {
            return fault(node, KeyNames.explain(component.getName()) + "是空的。", "请至少写一项。");
        }
        return bindValue(node, type);
    }

    private Object bindValue(YamlNode node, Type type) {
        if (type == OptionalInt.class) {
            return node.exists() && bindInteger(node) instanceof Integer number
                    ? OptionalInt.of(number)
                    : OptionalInt.empty();
        }
        if (raw(type) == Optional.class) {
            return node.exists() ? Optional.ofNullable(bindValue(node, argument(type))) : Optional.empty();
        }
        if (raw(type) == List.class) {
            return bindList(node, argument(type));
        }
        var target = (Class<?>) type;
        if (target.isRecord()) {
            return bindRecord(node, target);
        }
        return target == boolean.class && !node.exists() ? Boolean.FALSE : bindText(node, target);
    }

    private Object bindList(YamlNode node, Type element) {
        if (node.exists() && !node.isList()) {
            return fault(node, explained(node) + "应为列表。", "请每项一行，以“- ”开头，或者写成 [甲, 乙]。");
        }
        var values = new ArrayList<>();
        node.items().forEach(item -> values.add(bindValue(item, element)));
        return values.contains(null) ? null : List.copyOf(values);
    }

    private Object bindText(YamlNode node, Class<?> type) {
        var text = node.text();
        if (text.isEmpty()) {
            return fault(node, explained(node) + "应为一个值，而不是列表或者键和值。", "请直接写在冒号后面。");
        }
        if (type == String.class) {
            return text.get();
        }
        if (type == int.class) {
            return bindInteger(node);
        }
        if (type == boolean.class) {
            return text.get().matches("true|false")
                    ? Boolean.valueOf(text.get())
                    : fault(
                            node,
                            explained(node) + "应为 true 或 false，而不是“" + text.get() + "”。",
                            "请改为 true（是）或 false（否）。");
        }
        return type == LocalDate.class ? bindDate(node, text.get()) : bindCode(node, text.get(), type);
    }

    private Object bindInteger(YamlNode node) {
        var text = node.text().orElse("");
        return text.matches("\\d{1,6}")
                ? Integer.valueOf(text)
                : fault(node, explained(node) + "应为不小于 0 的整数，而不是“" + text + "”。", "请写阿拉伯数字，不带单位。");
    }

    private Object bindDate(YamlNode node, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return fault(node, explained(node) + "应为存在的日期，而不是“" + text + "”。", "请写成 2026-01-01 这样的形式。");
        }
    }

    private Object bindCode(YamlNode node, String text, Class<?> type) {
        for (var constant : type.getEnumConstants()) {
            if (((Coded) constant).code().equals(text)) {
                return constant;
            }
        }
        var codes = Stream.of(type.getEnumConstants())
                .map(constant -> ((Coded) constant).code() + "（" + ((Coded) constant).label() + "）")
                .collect(Collectors.joining("、"));
        return fault(node, explained(node) + "没有“" + text + "”这个值。", "请从中选择：" + codes + "。");
    }

    private Object fault(YamlNode node, String why, String remedy) {
        faults.add(new PageFault(node.line(), node.place(), why, remedy));
        return null;
    }

    private static String explained(YamlNode node) {
        return KeyNames.explain(node.place().substring(node.place().lastIndexOf('.') + 1));
    }

    private static Object create(Class<?> type, RecordComponent[] components, Object[] values) {
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
