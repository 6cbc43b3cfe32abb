// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the link line cannot keep: headers that compile without their library.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void coreKnowsNoScreen()
    {
        const QRegularExpression screen{
            u"#include\\s*[<\"](Qt(Widgets|Gui|PrintSupport)/|QWidget|QPainter|QPixmap|QImage|QColor|qcustomplot|ui/|app/)"_s};
        check(u"core"_s, screen);
    }

    void uiKnowsNoProgram() { check(u"ui"_s, QRegularExpression{u"#include\\s*[<\"]app/"_s}); }

    void everyFileSaysItsLicence()
    {
        for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
            for (const QString &path : sources(folder))
                QVERIFY2(read(path).startsWith("// SPDX-License-Identifier: GPL-3.0-or-later"), qPrintable(path));
        }
    }

private:
    static QStringList sources(const QString &folder)
    {
        QStringList paths;
        QDirIterator files{qEnvironmentVariable("CBPM_SOURCE_DIR") + u'/' + folder,
                           {u"*.h"_s, u"*.cpp"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories};
        while (files.hasNext())
            paths << files.next();
        return paths;
    }

    static QByteArray read(const QString &path)
    {
        QFile file{path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    static void check(const QString &folder, const QRegularExpression &forbidden)
    {
        const QStringList paths = sources(folder);
        QVERIFY(!paths.isEmpty());
        for (const QString &path : paths) {
            const auto match = forbidden.match(QString::fromUtf8(read(path)));
            QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured(0)));
        }
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
