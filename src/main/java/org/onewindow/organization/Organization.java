package org.onewindow.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The district's organisation as its file has it. Immutable.
 *
 * @param reviewOrgan the organ that hears applications for reconsideration (行政复议机关)
 * @param court the court that hears suits against the district's organs
 */
public record Organization(
        String reviewOrgan,
        String court,
        List<Department> departments,
        List<ServiceWindow> windows,
        List<AuthorizationLetter> authorizationLetters) {

    /** The bureau (政务服务局): it runs the windows and answers for the receipts and the hand-overs. */
    public static final String BUREAU = "government-services";

    /** The bureau's issuing clerks (统一出件). */
    public static final String ISSUANCE = "issuance";
    /** The bureau's dispatchers (分办员). */
    public static final String DISPATCH = "dispatch";
    /** Those who watch over every case (效能监督). */
    public static final String SUPERVISORS = "supervisors";
    /** Platforms that register cases through the REST interface (合作平台). */
    public static final String PARTNERS = "partners";

    public Organization {
        departments = List.copyOf(departments);
        windows = List.copyOf(windows);
        authorizationLetters = List.copyOf(authorizationLetters);
        for (var letter : authorizationLetters) {
            require(departments.stream().anyMatch(d -> d.id().equals(letter.department())), letter, "部门");
            require(windows.stream().anyMatch(w -> w.id().equals(letter.window())), letter, "窗口");
        }
    }

    private static void require(boolean known, AuthorizationLetter letter, String what) {
        if (!known) {
            throw new IllegalArgumentException(
                    "授权委托书" + letter.number() + "的" + what + "不在机构名录中，请核对 organization.yaml。");
        }
    }

    public Optional<Department> department(String id) {
        return departments.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** The name of a department; its id where the file no longer has it. */
    public String departmentName(String id) {
        return department(id).map(Department::name).orElse(id);
    }

    /** The name of a window; its id where the file no longer has it. */
    public String windowName(String id) {
        return windows.stream()
                .filter(window -> window.id().equals(id))
                .map(ServiceWindow::name)
                .findFirst()
                .orElse(id);
    }

    /** The bureau's windows and zones, then the departments. */
    public List<Unit> units() {
        var zones =
                Stream.of(new Unit(ISSUANCE, "统一出件区", List.of(ISSUANCE)), new Unit(DISPATCH, "分办", List.of(DISPATCH)));
        return Stream.of(
                        windows.stream().map(window -> new Unit(window.id(), window.name(), List.of(window.id()))),
                        zones,
                        departments.stream()
                                .map(department -> new Unit(department.id(), department.name(), department.groups())))
                .flatMap(units -> units)
                .toList();
    }

    public Optional<ServiceWindow> windowOfClass(String windowClass) {
        return windows.stream().filter(w -> w.windowClass().equals(windowClass)).findFirst();
    }

    /** The widest scope that a window has for an item on a day; empty without a valid letter. */
    public Optional<AuthorizationScope> scope(String window, String item, LocalDate day) {
        return widestLetter(window, item, day).map(AuthorizationLetter::scope);
    }

    /** The letter that gives a window a scope, or a wider one, for an item on a day. */
    public Optional<AuthorizationLetter> letter(String window, String item, LocalDate day, AuthorizationScope scope) {
        return widestLetter(window, item, day).filter(letter -> letter.scope().includes(scope));
    }

    private Optional<AuthorizationLetter> widestLetter(String window, String item, LocalDate day) {
        return authorizationLetters.stream()
                .filter(letter -> letter.covers(window, item, day))
                .max(Comparator.comparing(AuthorizationLetter::scope));
    }
}
