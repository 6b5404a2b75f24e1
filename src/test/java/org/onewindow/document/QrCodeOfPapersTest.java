package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.web.util.HtmlUtils;

/** What a telephone reads from a printed paper, and what the published key says of it. */
@HallTest
class QrCodeOfPapersTest {

    /**
     * As offices print and telephones see it, a little nearer and farther, dots per inch. A telephone looks until it has read: of
     * 1,000 papers, each with its own code, one look missed 28 and five looks none.
     */
    private static final List<Integer> LOOKS = List.of(300, 270, 330, 240, 360, 285, 315, 255, 345);

    private static final int POINT = 32;

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentMaker maker;

    @Autowired
    private CompactForm compactForm;

    @Autowired
    private TestRestTemplate rest;

    @Test
    void theCodeLeadsToTheRegisterAndCarriesTheSignedEssentials() throws Exception {
        var paper = acceptance();
        var read = URI.create(read(maker.file(paper)));
        assertThat(read.getPath()).isEqualTo("/verify/" + paper.code().value());
        var parts = read.getFragment().split("\\.");
        var payload = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(payload.get("文书").asText()).isEqualTo("受理通知书");
        assertThat(payload.get("文号").asText()).isEqualTo(paper.number());
        assertThat(payload.get("机关").asText()).isEqualTo("昆都仑区卫生健康委员会");
        assertThat(payload.get("日期").asText()).isEqualTo("2026-03-02");
        assertThat(payload.get("持有人").asText()).as("masked").isEqualTo("李**");
        assertThat(isSigned(parts[0] + "." + parts[1], parts[2])).isTrue();
        var changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.toString().replace("李", "王").getBytes(StandardCharsets.UTF_8));
        assertThat(isSigned(parts[0] + "." + changed, parts[2])).isFalse();
    }

    /** The page 离线核验 says what to type: it is typed here. */
    @Test
    void theCommandsOfThePageCheckItOffline(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "没有找到 openssl，跳过离线核验命令的测试");
        var signed = URI.create(read(maker.file(acceptance()))).getFragment();
        assertThat(typed(signed, folder))
                .contains("Signature Verified Successfully", "\"文书\":\"受理通知书\"", "\"持有人\":\"李**\"");
        int middle = signed.indexOf('.') + 20;
        char other = signed.charAt(middle) == 'A' ? 'B' : 'A';
        assertThat(typed(signed.substring(0, middle) + other + signed.substring(middle + 1), folder))
                .contains("Signature Verification Failure")
                .doesNotContain("Verified Successfully");
    }

    private String typed(String signed, Path folder) throws IOException {
        var key = JsonPath.<String>read(rest.getForObject("/verify/key", String.class), "$.keys[0].x");
        var page = rest.getForObject("/verify/offline", String.class);
        var commands = HtmlUtils.htmlUnescape(
                        page.split("<pre id=\"commands\">")[1].split("</pre>")[0])
                .replace("JWS='eyJ…'", "JWS='" + signed + "'")
                .replace("X='…'", "X='" + key + "'");
        var shell = new ProcessBuilder("sh", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private IssuedDocument acceptance() {
        hall.openOn(Hall.MONDAY);
        var permit = new PermitWay(hall).accepted();
        return documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
    }

    private static String read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int look : LOOKS) {
                var corner = corner(renderer.renderImageWithDPI(0, look));
                for (var light : List.of(new HybridBinarizer(corner), new GlobalHistogramBinarizer(corner))) {
                    try {
                        return new QRCodeReader()
                                .decode(new BinaryBitmap(light), Map.of(DecodeHintType.TRY_HARDER, true))
                                .getText();
                    } catch (ReaderException missed) {
                        // The next look has another raster.
                    }
                }
            }
        }
        throw new AssertionError("no look reads the code, dots per inch: " + LOOKS);
    }

    /** At which one points the telephone. */
    private static LuminanceSource corner(BufferedImage page) {
        int width = page.getWidth() / 3;
        int top = page.getHeight() * 5 / 6;
        int height = page.getHeight() - top;
        return new RGBLuminanceSource(width, height, page.getRGB(0, top, width, height, null, 0, width));
    }

    /** With the key as it is published, an x of 32 bytes (RFC 8037), and the JDK's own Ed25519. */
    private boolean isSigned(String content, String signature) throws GeneralSecurityException {
        var x = Base64.getUrlDecoder().decode((String) compactForm.publicKey().get("x"));
        boolean isOdd = (x[POINT - 1] & 0x80) != 0;
        x[POINT - 1] &= 0x7f;
        var turned = new byte[POINT];
        for (int i = 0; i < POINT; i++) {
            turned[i] = x[POINT - 1 - i];
        }
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(isOdd, new BigInteger(1, turned))));
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(content.getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(signature));
    }
}
