package org.onewindow.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an attachment is called, whatever its sender calls it. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "平面图.pdf, PDF, 平面图.pdf",
        "平面图.PDF, PDF, 平面图.pdf",
        "照片.jpeg, JPEG, 照片.jpg",
        "../../etc/passwd, PDF, passwd.pdf",
        "'C:\\Users\\li\\申请表.docx', DOCX, 申请表.docx",
        "invoice.exe, PDF, invoice.exe.pdf",
        "'a\u202Egpj.exe', PDF, agpj.exe.pdf",
        "'a\r\nSet-Cookie: x.pdf', PDF, aSet-Cookie_ x.pdf",
        "'<b>\"x\"</b>.png', PNG, b_.png",
        ".., PNG, 附件.png",
        "'', OFD, 附件.ofd",
        ".htaccess, PDF, htaccess.pdf",
        "'  两  个   空格  .pdf ', PDF, 两 个 空格.pdf"
    })
    void isPlainAndEndsAsItsContentDoes(String sent, FileType type, String expected) {
        assertThat(FileName.clean(sent, type)).isEqualTo(expected);
    }

    @Test
    void isNotTooLong() {
        assertThat(FileName.clean("长".repeat(500) + ".pdf", FileType.PDF))
                .hasSize(104)
                .endsWith("长.pdf");
        assertThat(FileName.shown("𠮷".repeat(500))).isEqualTo("𠮷".repeat(100));
    }
}
