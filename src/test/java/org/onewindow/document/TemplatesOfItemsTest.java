package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.opinion;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.catalog.publication.ItemsPublished;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An item's own template of its result. */
@HallTest
class TemplatesOfItemsTest {

    private static final String SEALED = "<p>{{title}}</p>{{{seal}}}";

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentMaker maker;

    @Autowired
    private Catalog catalog;

    @Autowired
    private TemplatesOfItems templates;

    @Autowired
    private Templates sheets;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void theResultIsSetInTheItemsOwnTemplate() {
        var shop = registered();
        var licence = documents.current(shop.number(), DocumentKind.RESULT).orElseThrow();
        var pdf = new Pdf(maker.file(licence));
        pdf.keep("business-licence");
        assertThat(pdf.faults()).isEmpty();
        assertThat(pdf.text()).contains("营业执照", "昆区徐记面馆", "经营者李建国", "经营场所昆都仑区钢铁大街66号", "登记机关昆都仑区市场监督管理局", "依据《");
        assertThat(documents.current(shop.number(), DocumentKind.GRANT))
                .as("a registration is no permit")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<p>{{titel}}</p>{{{seal}}}, titel",
        "<p>{{answer.businessNam}}</p>{{{seal}}}, answer.businessNam",
        "<p>{{title}}</p>, 印章的位置",
        "<p>{{title}}{{{seal}}}, XHTML",
        "<p>{{#idNumber}}x{{/idNumber}}</p>{{{seal}}}, idNumber",
    })
    void aTemplateThatCouldNotBeSetIsNotPublished(String template, String fault) {
        assertThatThrownBy(() -> publish(template))
                .isInstanceOf(ItemsRefused.class)
                .hasMessageContaining("commerce/shop/result.html")
                .hasMessageContaining(fault);
    }

    @Test
    void aQuestionThatWasNotAskedIsBlank() {
        var sheet = sheets.assemble("<p>[{{answer.size}}]</p>{{{seal}}}");
        var facts = Print.withPlaceholders(Map.of(
                "title", "", "number", "", "organ", "", "item", "", "code", "", "caseNumber", "", "answer", Map.of()));
        assertThat(sheets.fill(sheet, facts)).contains("<p>[]</p>");
    }

    @Test
    void everyNameThatATemplateMayUseIsFilledIn() throws IOException {
        var licence =
                documents.current(registered().number(), DocumentKind.RESULT).orElseThrow();
        var ofAnAnswer = Set.of("label", "text");
        var names = TemplatesOfItems.NAMES.stream().filter(name -> !ofAnAnswer.contains(name));
        var body = "{{#answers}}{{label}}{{text}}{{/answers}}"
                + names.map("{{#%1$s}}{{/%1$s}}"::formatted).collect(Collectors.joining());
        assertThatCode(() -> sheets.fill(sheets.assemble(body), Print.withPlaceholders(facts(licence))))
                .doesNotThrowAnyException();
    }

    @Test
    void aSoundTemplateIsPublished() {
        assertThatCode(() -> publish(SEALED)).doesNotThrowAnyException();
    }

    private ReceivedCase registered() {
        var shop = hall.as("liuyang").receive(Forms.BUSINESS, Forms.business());
        hall.as("liuyang").submit(shop, "task_verifyMaterials", accept(shop));
        hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion("grant", "材料齐全、符合法定形式。"));
        return shop;
    }

    private Map<String, Object> facts(IssuedDocument paper) throws IOException {
        var facts = jdbc.sql("select facts from document where id = ?")
                .param(paper.id())
                .query(String.class)
                .single();
        return new ObjectMapper().readValue(facts, new TypeReference<>() {});
    }

    private void publish(String template) {
        var files = new ItemFiles(
                "commerce/shop", Map.of(), Map.of(ItemFiles.RESULT, template.getBytes(StandardCharsets.UTF_8)));
        templates.published(
                new ItemsPublished(List.of(new ItemsPublished.Version(catalog.require(Forms.BUSINESS), 0, files))));
    }
}
