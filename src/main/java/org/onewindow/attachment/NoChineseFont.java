package org.onewindow.attachment;

import java.io.Serial;

/** The server has no font to write a watermark with; the message is Chinese and names the remedy. */
public class NoChineseFont extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoChineseFont() {
        super("服务器没有中文字体，不能加水印，暂时不能在线查看。请系统管理员安装中文字体（如 Debian 的 fonts-noto-cjk 或者"
                + " fonts-arphic-uming，以及 fontconfig）后重新启动");
    }
}
