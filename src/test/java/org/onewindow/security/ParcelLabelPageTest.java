package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 寄件面单: an address and a phone, for the issuing clerks of the case alone. */
@HallTest
class ParcelLabelPageTest {

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest
    @CsvSource({"wangfang, 200", "zhangmin, 200", "liuyang, 403", "zhaogang, 403"})
    void onlyThoseWhoMaySendItSeeTheAddress(String account, int expected) {
        var permit = received(Forms.with(Forms.permit(), "address", "昆都仑区钢铁大街1号"));
        var answer = label(Visitor.loggedIn(port, account), permit);
        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(answer.body().contains("昆都仑区钢铁大街1号")).isEqualTo(expected == 200);
        assertThat(answer.body().contains("13804721000")).isEqualTo(expected == 200);
        assertThat(answer.body()).doesNotContain(Forms.APPLICANT_ID);
    }

    @Test
    void nobodySeesItWithoutLoggingIn() {
        var permit = received(Forms.with(Forms.permit(), "address", "昆都仑区钢铁大街1号"));
        assertThat(label(Visitor.anonymous(port), permit).statusCode()).isEqualTo(401);
    }

    @Test
    void withoutAnAddressThePageSaysWhatToDo() {
        assertThat(label(Visitor.loggedIn(port, "wangfang"), received(Forms.permit()))
                        .body())
                .contains("没有登记地址", "另行填写");
    }

    private ReceivedCase received(Map<String, Object> form) {
        return hall.as("zhangmin").receive(Forms.PERMIT, form);
    }

    private HttpResponse<String> label(Visitor visitor, ReceivedCase received) {
        return visitor.getPage("/cases/" + received.number() + "/label");
    }
}
