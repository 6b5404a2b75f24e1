package org.onewindow.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a paper's PDF of its facts: filled in, set, sealed. The same facts give the same bytes. */
@Component
class Print {

    private final Templates templates;
    private final Typesetter typesetter;
    private final PdfSignature signature;
    private final CompactForm compactForm;
    private final ObjectMapper json;
    private final URI publicAddress;

    Print(
            Templates templates,
            Typesetter typesetter,
            PdfSignature signature,
            CompactForm compactForm,
            ObjectMapper json,
            DocumentSettings settings) {
        this.templates = templates;
        this.typesetter = typesetter;
        this.signature = signature;
        this.compactForm = compactForm;
        this.json = json;
        this.publicAddress = settings.publicAddress();
    }

    /** @param facts as they were registered, in JSON */
    byte[] pdf(long id, String template, String facts, Instant issuedAt) {
        var values = read(facts);
        var organ = (String) values.get("organ");
        var verify = publicAddress.resolve("/verify/" + ((String) values.get("code")).replace("-", ""));
        values.put("verify", publicAddress.resolve("/verify").toString());
        values.put("seal", SealPicture.html(organ, (String) values.get("sealPurpose")));
        values.put("qr", QrCode.dataUri(verify + "#" + compactForm.of(values)));
        var pdf = typesetter.pdf(templates.fill(template, values), id, issuedAt);
        return signature.sign(pdf, (String) values.get("organId"), organ, issuedAt);
    }

    /** What is added when the PDF is made, so that a template can be tried before. */
    static Map<String, Object> withPlaceholders(Map<String, Object> facts) {
        var values = new HashMap<>(facts);
        values.put("verify", "");
        values.put("seal", "");
        values.put("qr", "");
        return values;
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, new TypeReference<HashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable document", e);
        }
    }
}
