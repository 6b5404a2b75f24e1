package org.onewindow.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 授权委托书: a window may do what a letter in force says, on its first and its last day too. */
class OrganizationTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final Organization organization = organization(
            letter(AuthorizationScope.ACCEPT, FIRST, LAST.plusYears(1)),
            letter(AuthorizationScope.HANDLE, FIRST, LAST));

    @Test
    void aLetterCoversItsFirstAndItsLastDay() {
        assertThat(scopeOn(FIRST)).contains(AuthorizationScope.HANDLE);
        assertThat(scopeOn(LAST)).contains(AuthorizationScope.HANDLE);
        assertThat(scopeOn(FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void theWidestLetterInForceCounts() {
        assertThat(scopeOn(LAST.plusDays(1))).contains(AuthorizationScope.ACCEPT);
        assertThat(scopeOn(LAST.plusYears(1).plusDays(1))).isEmpty();
    }

    @Test
    void aLetterCoversItsOwnItemsAndWindowOnly() {
        assertThat(organization.scope("window-commerce", "other-item", FIRST)).isEmpty();
        assertThat(organization.scope("window-social", "item", FIRST)).isEmpty();
    }

    @Test
    void aScopeIncludesTheOnesBeforeIt() {
        assertThat(AuthorizationScope.HANDLE.includes(AuthorizationScope.ACCEPT))
                .isTrue();
        assertThat(AuthorizationScope.ACCEPT.includes(AuthorizationScope.COLLECT))
                .isTrue();
        assertThat(AuthorizationScope.COLLECT.includes(AuthorizationScope.ACCEPT))
                .isFalse();
    }

    @Test
    void aLetterOfAnUnknownDepartmentIsRefused() {
        var stray = new AuthorizationLetter(
                "昆委托〔2026〕9号", "nobody", "window-commerce", Set.of("item"), AuthorizationScope.ACCEPT, FIRST, LAST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> organization(stray))
                .withMessageContaining("昆委托〔2026〕9号");
    }

    private Optional<AuthorizationScope> scopeOn(LocalDate day) {
        return organization.scope("window-commerce", "item", day);
    }

    private static AuthorizationLetter letter(AuthorizationScope scope, LocalDate from, LocalDate to) {
        return new AuthorizationLetter(
                "昆市监委托〔2026〕1号", "market-supervision", "window-commerce", Set.of("item"), scope, from, to);
    }

    private static Organization organization(AuthorizationLetter... letters) {
        return new Organization(
                "昆都仑区人民政府",
                "包头市昆都仑区人民法院",
                List.of(new Department("market-supervision", "昆都仑区市场监督管理局", "昆市监", Optional.empty())),
                List.of(new ServiceWindow("window-commerce", "商事登记综合受理窗口", "commerce")),
                List.of(letters));
    }
}
