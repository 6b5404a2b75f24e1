package org.onewindow.workflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.onewindow.catalog.ItemPage;
import org.onewindow.workflow.rehearsal.Situations.Answered;

class SituationsTest {

    private static final Path ITEMS = Path.of("processes/items");

    @Test
    void everyCombinationOfTheTablesInputsIsASituation() throws IOException {
        var permit = situations("social/public-health-permit", UnaryOperator.identity(), List.of());
        assertThat(permit).hasSize(2 * 2 * 2).allMatch(s -> s.situation().isEligible());
        assertThat(permit.get(0).situation().words()).contains("申请人类型：自然人", "由代办人提交申请：否");
        assertThat(permit)
                .extracting(s -> s.answers().get("usesCentralAirConditioning"))
                .containsOnly("yes", "no");
    }

    @Test
    void onlyApplicantsWhomTheItemServesApply() throws IOException {
        assertThat(situations("social/old-age-allowance", UnaryOperator.identity(), List.of()))
                .extracting(s -> s.answers().get("applicantType"))
                .containsOnly("person");
    }

    @Test
    void aNumberIsTriedOnBothSidesOfItsThresholds() throws IOException {
        var households = situations(
                "social/minimum-living-allowance",
                table -> table.replace("hasSeriouslyIllMember", "householdSize").replace(">\"yes\"<", ">&gt; 3<"),
                List.of());
        assertThat(households).extracting(s -> s.answers().get("householdSize")).contains(3L, 4L);
    }

    @Test
    void whatAGatewayAsksMakesAWayOfItsOwn() throws IOException {
        var asked = situations(
                "social/minimum-living-allowance",
                UnaryOperator.identity(),
                List.of("${caseSituation.is(execution, \"hasDisabledMember\", \"yes\")}"));
        assertThat(asked).extracting(Answered::way).containsOnly("hasDisabledMember=yes;", "hasDisabledMember=no;");
    }

    @Test
    void anAnswerThatShutsTheApplicantOutIsASituationOfItsOwn() throws IOException {
        assertThat(situations("social/old-age-allowance", UnaryOperator.identity(), List.of()))
                .filteredOn(s -> !s.situation().isEligible())
                .hasSize(1)
                .allMatch(s -> s.answers().containsValue("ineligible"));
    }

    private static List<Answered> situations(String folder, UnaryOperator<String> change, List<String> conditions)
            throws IOException {
        var item = ItemPage.read(Files.readString(ITEMS.resolve(folder).resolve("item.yaml")))
                .item(folder);
        var json = new ObjectMapper();
        var form = json.readTree(Path.of("forms/tasks/application.form").toFile());
        var questions =
                json.readTree(ITEMS.resolve(folder).resolve("situation.form").toFile());
        ((ArrayNode) form.path("components")).addAll((ArrayNode) questions.path("components"));
        var table = change.apply(Files.readString(ITEMS.resolve(folder).resolve("materials.dmn")));
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        return new Situations(item, form, model, conditions).all(UnaryOperator.identity(), answers -> List.of());
    }
}
