// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/handbookwindow.h"

#include "ui/handbook/chapterhtml.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSplitter>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QUrl urlOf(const QString &chapter)
{
    return QUrl{u"handbook:/%1.html"_s.arg(chapter)};
}

QString chapterOf(const QUrl &url)
{
    return url.path().section(u'/', -1).section(u'.', 0, 0);
}

/// Serves chapters and pictures by their names; nothing comes from elsewhere.
class Browser : public QTextBrowser
{
public:
    Browser(const Handbook &handbook, QString pictures, QWidget *parent)
        : QTextBrowser{parent}, m_handbook{handbook}, m_pictures{std::move(pictures)}
    {
        document()->setDefaultStyleSheet(u"th, td { border: 1px solid gray; padding: 2px 6px; } "
                                         "table { border-collapse: collapse; margin: 6px 0px; } "
                                         "th { text-align: left; } pre { margin: 6px 12px; }"_s);
    }

    QVariant loadResource(int type, const QUrl &url) override
    {
        if (url.scheme() != "handbook"_L1)
            return {};
        if (type == QTextDocument::ImageResource) {
            const QImage image{m_pictures + url.path().mid(url.path().lastIndexOf(u'/'))};
            const int width = viewport()->width() - 40;
            return image.width() > width ? image.scaledToWidth(width, Qt::SmoothTransformation) : image;
        }
        const Chapter *const chapter = m_handbook.find(chapterOf(url));
        if (!chapter)
            return {};
        static const QRegularExpression picture{u"<p><img[^>]*></p>\\n"_s};
        QString html = chapterHtml(chapter->markdown);
        return m_pictures.isEmpty() ? html.remove(picture) : html;
    }

private:
    const Handbook &m_handbook;
    QString m_pictures;
};

} // namespace

HandbookWindow::HandbookWindow(const QString &pictures, QWidget *parent) : QWidget{parent, Qt::Window}
{
    setObjectName(u"handbookWindow"_s);
    setWindowTitle(tr("Handbook"));
    resize(1040, 720);
    m_search = new QLineEdit{this};
    m_search->setObjectName(u"handbookSearch"_s);
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search the handbook"));
    m_search->setClearButtonEnabled(true);
    m_list = new QListWidget{this};
    m_list->setObjectName(u"handbookChapters"_s);
    m_list->setAccessibleName(tr("Chapters"));
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_browser = new Browser{m_handbook, pictures, this};
    m_browser->setObjectName(u"handbookText"_s);
    m_browser->setAccessibleName(tr("Text of the chapter"));

    auto *const left = new QWidget{this};
    auto *const column = new QVBoxLayout{left};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    auto *const splitter = new QSplitter{this};
    splitter->addWidget(left);
    splitter->addWidget(m_browser);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 780});
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(splitter);

    createActions();
    connect(m_search, &QLineEdit::textChanged, this, &HandbookWindow::listChapters);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->count() > 0)
            m_list->setCurrentRow(0);
    });
    connect(m_list, &QListWidget::currentItemChanged, this, &HandbookWindow::openCurrent);
    connect(m_browser, &QTextBrowser::sourceChanged, this, &HandbookWindow::onOpened);
    listChapters();
}

void HandbookWindow::createActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto slot) {
        auto *const action = new QAction{text, this};
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Search"), QKeySequence::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    add(tr("Back"), QKeySequence{u"Alt+Left"_s}, [this] { m_browser->backward(); });
    add(tr("Forward"), QKeySequence{u"Alt+Right"_s}, [this] { m_browser->forward(); });
    add(tr("Close"), QKeySequence{Qt::Key_Escape}, [this] { close(); });
}

void HandbookWindow::showChapter(const QString &name)
{
    m_search->clear();
    m_browser->setSource(urlOf(m_handbook.find(name) ? name : u"index"_s));
    show();
    raise();
    activateWindow();
    m_browser->setFocus();
}

QString HandbookWindow::chapter() const
{
    return chapterOf(m_browser->source());
}

void HandbookWindow::listChapters()
{
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    const auto add = [this](const Chapter &chapter, const QString &text) {
        auto *const item = new QListWidgetItem{text, m_list};
        item->setData(Qt::UserRole, chapter.name);
        if (chapter.name == this->chapter())
            m_list->setCurrentItem(item);
    };
    if (m_search->text().trimmed().isEmpty()) {
        for (const Chapter &chapter : m_handbook.chapters())
            add(chapter, chapter.title);
    } else {
        const auto hits = m_handbook.search(m_search->text());
        for (const Handbook::Hit &hit : hits)
            add(*hit.chapter, hit.chapter->title + u'\n' + hit.excerpt);
        if (hits.empty())
            (new QListWidgetItem{tr("Nothing holds all these words."), m_list})->setFlags(Qt::NoItemFlags);
    }
    markWords();
}

void HandbookWindow::openCurrent()
{
    if (const QListWidgetItem *const item = m_list->currentItem())
        m_browser->setSource(urlOf(item->data(Qt::UserRole).toString()));
}

void HandbookWindow::onOpened()
{
    const QSignalBlocker quiet{m_list};
    m_list->setCurrentRow(-1);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == chapter())
            m_list->setCurrentRow(row);
    }
    markWords();
}

/// Marks the words that are searched for, and scrolls to the first.
void HandbookWindow::markWords()
{
    QList<QTextEdit::ExtraSelection> marks;
    int first = -1;
    for (const QRegularExpression &word : Handbook::wordsOf(m_search->text())) {
        QTextCursor found{m_browser->document()};
        while (!(found = m_browser->document()->find(word, found)).isNull()) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(palette().highlight());
            mark.format.setForeground(palette().highlightedText());
            marks.append(mark);
            first = first < 0 ? found.selectionStart() : std::min(first, found.selectionStart());
        }
    }
    m_browser->setExtraSelections(marks);
    if (first < 0)
        return;
    QTextCursor there{m_browser->document()};
    there.setPosition(first);
    m_browser->setTextCursor(there);
    m_browser->ensureCursorVisible();
}

QString installedHandbookPictures()
{
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"cbpm3-monitor/handbook/pictures"_s,
                                  QStandardPaths::LocateDirectory);
}

} // namespace cbpm
