package org.onewindow.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The essentials of a paper as its QR code carries them: a JWS in compact form (RFC 7515) with EdDSA (RFC 8037), which anybody
 * can check offline with the published key.
 */
@Component
public class CompactForm {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"EdDSA\"}");

    private final SealKeys keys;
    private final ObjectMapper json;

    CompactForm(SealKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** With the names that its payload has: 文书, 文号, 机关, 日期, 持有人 (masked), 验证码. */
    String of(Map<String, Object> facts) {
        var essentials = new LinkedHashMap<String, Object>();
        essentials.put("文书", facts.get("title"));
        essentials.put("文号", facts.get("number"));
        essentials.put("机关", facts.get("organ"));
        essentials.put("日期", facts.get("issuedOn"));
        essentials.put("持有人", facts.get("holder"));
        essentials.put("验证码", facts.get("code"));
        try {
            var content = HEADER + "." + encode(json.writeValueAsString(essentials));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.entry(SealKeys.VERIFICATION).getPrivateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new CannotBeMade("二维码内容不能签名，请核对密钥库中的 " + SealKeys.VERIFICATION, e);
        }
    }

    /** The key that checks it, as a JSON Web Key (RFC 8037). */
    public Map<String, Object> publicKey() {
        var key = (EdECPublicKey)
                keys.entry(SealKeys.VERIFICATION).getCertificate().getPublicKey();
        var encoded = key.getEncoded();
        // The last 32 bytes of the encoded key are the point itself (RFC 8410).
        return Map.of(
                "kty", "OKP",
                "crv", "Ed25519",
                "use", "sig",
                "alg", "EdDSA",
                "x", BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
