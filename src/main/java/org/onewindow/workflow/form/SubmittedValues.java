package org.onewindow.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.onewindow.casefile.RefusedInput;

/** Turns the engine's typed values into plain maps, lists, texts, numbers and flags. No class is ever instantiated. */
final class SubmittedValues {

    private final ObjectMapper json;

    SubmittedValues(ObjectMapper json) {
        this.json = json;
    }

    Map<String, Object> plain(VariableMap sent) {
        var values = new HashMap<String, Object>();
        for (var key : sent.keySet()) {
            values.put(key, plain(key, sent.getValueTyped(key)));
        }
        return values;
    }

    private Object plain(String key, TypedValue value) {
        if (value instanceof SerializableValue serialized
                && "json".equals(value.getType().getName())) {
            return read(key, serialized.getValueSerialized());
        }
        if (value instanceof PrimitiveValue<?> || value.getType() == null || value.getValue() == null) {
            return value.getValue();
        }
        throw new RefusedInput(key, "表单提交了不能接受的数据类型，请刷新页面后重新填写");
    }

    private Object read(String key, String text) {
        try {
            return text == null ? null : json.readValue(text, new TypeReference<Object>() {});
        } catch (JsonProcessingException e) {
            throw new RefusedInput(key, "表单提交的数据不完整，请刷新页面后重新填写");
        }
    }
}
