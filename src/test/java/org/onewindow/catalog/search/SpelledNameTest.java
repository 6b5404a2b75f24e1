package org.onewindow.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledNameTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "公共场所卫生许可（新办）, ggcswsxk, 0",
        "公共场所卫生许可（新办）, WSXK, 4",
        "公共场所卫生许可（新办）, 许可新办, 6",
        "公共场所卫生许可（新办）, 许可(新办), 6",
        "公共场所卫生许可（新办）, 公共csws, 0",
        "公共场所卫生许可（新办）, 食品, -1",
        "殡葬设施审批, bzss, 0",
        "A级旅游景区, ａ级, 0"
    })
    void aNameIsFoundByCharactersAndFirstLettersWhateverTheSigns(String name, String query, int expected) {
        assertThat(SpelledName.of(name).indexOf(SpelledName.plain(query))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} or {2}")
    @CsvSource({
        "银行开户, yhkh, yxkh",
        "校长任职备案, xzrzba, xcrzba",
        "重新核发, cxhf, zxhf",
        "工作调动, gzdd, gztd",
        "会计从业, kjcy, hjcy",
        "车辆登记, cldj, jldj"
    })
    void aCharacterWithSeveralReadingsIsFoundByEach(String name, String one, String other) {
        assertThat(SpelledName.of(name).indexOf(one)).isZero();
        assertThat(SpelledName.of(name).indexOf(other)).isZero();
    }
}
