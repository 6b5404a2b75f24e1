package org.onewindow.catalog.lint;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of situation.form: one break at a time. */
class SituationRulesTest {

    @TempDir
    private Path parent;

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "situation_public-health-permit" | "id": "health"                 | form-rendered | id
            "schemaVersion": 16                    | "schemaVersion": 17            | form-rendered | schemaVersion
            "type": "number"                       | "type": "filepicker"           | form-rendered | premisesArea
            "maxLength": 100,                      | ``                             | form-rendered | premisesName
            "decimalDigits": 0                     | "conditional": {"hide": "a"}   | form-rendered | premisesArea
            "key": "premisesArea"                  | "key": "premisesName"          | form-keys     | premisesName
            "key": "premisesArea"                  | "key": "contactPhone"          | form-keys     | contactPhone
            "key": "premisesArea",                 | ``                             | form-keys     | field_premisesArea
            "id": "field_premisesArea"             | "id": "field_premisesName"     | form-keys     | premisesArea
            "id": "field_premisesArea"             | "id": "field_district"         | form-keys     | premisesArea
            "value": "barber"                      | "value": "lodging"             | form-keys     | premisesKind
            "label": "营业面积（平方米）"          | "label": "Area"                | form-labels   | premisesArea
            "label": "沐浴场所"                    | "label": "bath"                | form-labels   | premisesKind
            """)
    void aBreakIsFoundAtItsPlace(String from, String to, String rule, String place) {
        SampleItem.in(parent).change("situation.form", from, to).breaks(rule, place);
    }
}
