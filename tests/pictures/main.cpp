// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// genauth-pictures FOLDER [NAME]: draws every scene, or those whose name begins so, as one sheet a
// scene: English and Chinese above one another, light and dark side by side.

#include "tests/pictures/scenes.h"

#include <QApplication>
#include <QDir>
#include <QFont>
#include <QPainter>
#include <QPixmap>

#include <cstdio>

using namespace genauth;
using namespace genauth::test;

namespace {

constexpr QSize WindowSize{1000, 700};

QImage draw(const Scene &scene, UiLanguage language, ThemeChoice theme)
{
    WindowUnderTest it(language, {.inactivity = scene.patience}, scene.origin);
    it.theme.apply(theme);
    it.window->resize(WindowSize);
    it.open({});
    QWidget *pictured = scene.play(it);
    it.settle();
    return pictured->grab().toImage();
}

/** The four pictures of a scene, each also in a file of its own below single/. */
QList<QImage> drawAll(const Scene &scene, const QDir &folder)
{
    QList<QImage> images;
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            images << draw(scene, language, theme);
            const QString name = QStringLiteral("single/%1-%2-%3.png")
                                     .arg(scene.name, Language::code(language), Theme::code(theme));
            images.constLast().save(folder.filePath(name));
        }
    }
    return images;
}

bool drawSheet(const Scene &scene, const QDir &folder)
{
    const QList<QImage> images = drawAll(scene, folder);
    QSize cell;
    for (const QImage &image : images)
        cell = cell.expandedTo(image.size());
    QImage sheet(2 * cell.width() + 8, 2 * cell.height() + 8, QImage::Format_RGB32);
    sheet.fill(Qt::gray);
    QPainter painter(&sheet);
    for (int i = 0; i < images.size(); ++i) {
        QImage image = images.at(i);
        image.setDevicePixelRatio(1);
        painter.drawImage((i % 2) * (cell.width() + 8), (i / 2) * (cell.height() + 8), image);
    }
    painter.end();
    const QString file = folder.filePath(scene.name + QStringLiteral(".png"));
    std::printf("%s\n", qPrintable(file));
    return sheet.save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QFont font = QApplication::font();
    font.setFamilies(font.families() << QStringLiteral("Noto Sans CJK SC"));
    QApplication::setFont(font);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 3 ||
        !QDir().mkpath(arguments.at(1) + QStringLiteral("/single"))) {
        std::fprintf(stderr, "genauth-pictures FOLDER [NAME]\n");
        return 2;
    }
    bool drawn = true;
    for (const Scene &scene : allScenes()) {
        if (scene.name.startsWith(arguments.value(2)))
            drawn = drawSheet(scene, QDir(arguments.at(1))) && drawn;
    }
    return drawn ? 0 : 1;
}
