package org.onewindow.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.stream.Collectors;
import org.onewindow.casefile.RefusedInput;
import org.springframework.stereotype.Component;

/** Reads a registration strictly: nothing unknown, nothing twice, no number for a text, nothing after the end. */
@Component
class RegistrationReader {

    private final ObjectReader json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build()
            .readerFor(Registration.class);

    Registration read(byte[] body) throws IOException {
        try {
            Registration registration = json.readValue(body);
            if (registration == null) {
                throw new ApiProblems.Found(Problem.MALFORMED, "请求内容应为 JSON 对象");
            }
            return registration;
        } catch (UnrecognizedPropertyException e) {
            throw new RefusedInput(place(e), "没有这一项，请核对接口文档 /docs/");
        } catch (JsonMappingException e) {
            if (e.getPath().isEmpty()) {
                throw malformed(e);
            }
            throw new RefusedInput(place(e), "填写的数据类型不正确，请核对接口文档 /docs/");
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private static ApiProblems.Found malformed(JsonProcessingException thrown) {
        var location = thrown.getLocation();
        var where = location == null ? "" : "（第%d行第%d列附近）".formatted(location.getLineNr(), location.getColumnNr());
        return new ApiProblems.Found(Problem.MALFORMED, "请求内容不是正确的 JSON 对象" + where);
    }

    private static String place(JsonMappingException thrown) {
        return thrown.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : shortened(step.getFieldName()))
                .collect(Collectors.joining("."));
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }
}
