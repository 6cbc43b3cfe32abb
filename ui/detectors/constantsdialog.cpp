// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/constantsdialog.h"

#include "core/export/outputfile.h"
#include "core/types/timetext.h"
#include "ui/detectors/gainfitter.h"
#include "ui/text/texts.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {

ConstantsDialog::ConstantsDialog(QThreadPool &pool, QWidget *parent)
    : QDialog{parent}, m_model{new ConstantsModel{this}}, m_fitter{new GainFitter{pool, this}}
{
    setObjectName(u"constantsDialog"_s);
    setWindowTitle(tr("Detectors"));
    resize(1100, 600);
    auto *const filter = new QLineEdit{this};
    filter->setObjectName(u"constantsFilter"_s);
    filter->setPlaceholderText(tr("Filter, as in 12W or X"));
    filter->setAccessibleName(tr("Filter the detectors"));
    filter->setClearButtonEnabled(true);
    createTable();
    m_fitText = new QLabel{this};
    m_fitText->setObjectName(u"fitText"_s);
    m_fitText->setTextFormat(Qt::PlainText);
    m_fitText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fitText->hide();
    m_message = new QLabel{this};
    m_message->setObjectName(u"constantsMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *const layout = new QVBoxLayout{this};
    layout->addWidget(filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_fitText);
    layout->addWidget(m_message);
    createButtons();
    connect(filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &ConstantsModel::changed, this, &ConstantsDialog::update);
    connect(m_model, &ConstantsModel::refused, this, [this](const QString &text) { say(text, true); });
    connect(m_fitter, &GainFitter::fitted, this, &ConstantsDialog::showFit);
    connect(m_fitter, &GainFitter::failed, this, [this](const Error &error) { say(text::error(error), true); });
    say(tr("Hover over a value to see where it comes from; values in italics are the program's defaults."), false);
    update();
}

void ConstantsDialog::createTable()
{
    m_filtered = new QSortFilterProxyModel{this};
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(0);
    m_view = new QTableView{this};
    m_view->setObjectName(u"constantsTable"_s);
    m_view->setAccessibleName(tr("Constants of the detectors"));
    m_view->setModel(m_filtered);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 6);
}

void ConstantsDialog::createButtons()
{
    auto *const row = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &name, auto slot) {
        auto *const button = new QPushButton{text, this};
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    add(tr("&Read file…"), u"readTableButton"_s, [this] { chooseFile(); });
    add(tr("&Save as…"), u"saveTableButton"_s, [this] { chooseTarget(); });
    add(tr("&Gains from the beam"), u"fitGainsButton"_s, [this] { fitCurrent(); });
    m_write = add(tr("&Write gains into the table"), u"writeGainsButton"_s, [this] { writeGains(); });
    row->addStretch(1);
    m_apply = add(tr("&Apply"), u"applyTableButton"_s, [this] {
        emit tableChosen(m_model->table());
        say(tr("Applied: what is on screen is computed anew."), false);
    });
    add(tr("&Close"), u"closeConstantsButton"_s, [this] { close(); });
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ConstantsDialog::setSource(SampleSourcePtr source)
{
    m_source = std::move(source);
    m_fitter->cancel();
    m_fit.reset();
    m_fitText->hide();
    m_model->setTable(*m_source->table());
    m_view->resizeColumnsToContents();
}

void ConstantsDialog::say(const QString &text, bool failed)
{
    m_message->setText(text);
    QFont font = m_message->font();
    font.setBold(failed);
    m_message->setFont(font);
}

void ConstantsDialog::update()
{
    m_apply->setEnabled(m_model->isChanged()
                        || (m_source && m_model->table()->version() != m_source->table()->version()));
    m_write->setEnabled(m_fit && m_fit->isDetermined && m_fitRow.isValid());
}

void ConstantsDialog::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Read a detector table"), {},
                                                      tr("Detector tables (*.csv *.cfg);;All files (*)"));
    if (!path.isEmpty())
        readFile(path);
}

void ConstantsDialog::readFile(const QString &path, bool takeRest)
{
    QStringList passedOver;
    auto table = readDetectorTable(path);
    if (!table && table.error().kind == Error::Kind::BadData) {
        const QString wrong = text::error(table.error());
        auto rest = readDetectorTable(path, &passedOver);
        const bool isWanted =
            rest
            && (takeRest
                || QMessageBox::question(this, tr("Detectors"),
                                         tr("%1\n\n%n place(s) cannot be read. Use the %2 detectors that can?", nullptr,
                                            static_cast<int>(passedOver.size()))
                                             .arg(wrong.toHtmlEscaped())
                                             .arg((*rest)->size()))
                       == QMessageBox::Yes);
        if (isWanted)
            table = std::move(rest);
    }
    if (!table)
        return say(text::error(table.error()), true);
    m_model->setTable(**table);
    m_view->resizeColumnsToContents();
    if (passedOver.isEmpty())
        say(tr("%1 detectors read from %2; Apply uses them.").arg((*table)->size()).arg(path), false);
    else
        say(tr("%1 detectors read from %2; left out: %3").arg((*table)->size()).arg(path, passedOver.join(u"; "_s)),
            true);
}

void ConstantsDialog::chooseTarget()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the detector table"), {}, tr("Detector tables (*.csv)"));
    if (!path.isEmpty())
        writeFile(path.endsWith(".csv"_L1) ? path : path + u".csv"_s);
}

bool ConstantsDialog::writeFile(const QString &path)
{
    const auto written = cbpm::writeFile(path, detectorTableCsv(*m_model->table()));
    say(written ? tr("Saved to %1").arg(path) : text::error(written.error()), !written);
    return written.has_value();
}

void ConstantsDialog::fitCurrent()
{
    const QModelIndex index = m_filtered->mapToSource(m_view->currentIndex());
    if (!index.isValid())
        return say(tr("Choose a detector in the table first."), true);
    fitGains(index.row());
}

void ConstantsDialog::fitGains(int row)
{
    if (!m_source || !m_range)
        return say(tr("Fetch a range first: gains are fitted to its samples."), true);
    m_fit.reset();
    m_fitRow = m_model->index(row, 0);
    m_fitText->hide();
    update();
    say(tr("Fitting the gains of %1 to %2…")
            .arg(QString::fromStdString(m_model->detector(row).location), text::range(*m_range, QTimeZone::utc())),
        false);
    m_fitter->fit(m_source, *m_range, m_model->detector(row));
}

void ConstantsDialog::showFit(const GainFit &fit)
{
    if (!m_fitRow.isValid())
        return;
    m_fit = fit;
    const Detector &old = m_model->detector(m_fitRow.row());
    const auto number = [](double value, int digits) { return QLocale{}.toString(value, 'f', digits); };
    const auto change = [&](double before, double after, int digits) {
        return number(before, digits) + u" → "_s + number(after, digits);
    };
    QStringList lines;
    lines << tr("%1: %2 samples, the beam moved %3 x %4 mm (rms)")
                 .arg(QString::fromStdString(old.location), text::count(fit.samples), number(fit.xSpread_mm, 4),
                      number(fit.ySpread_mm, 4));
    const char *const names[] = {"TI", "BI", "BO", "TO"};
    QStringList gains;
    for (std::size_t k = 0; k < buttonCount; ++k)
        gains << u"%1 %2 ± %3"_s.arg(QString::fromLatin1(names[k]), change(old.gain[k], fit.gain[k], 5),
                                     number(fit.sigma[k], 5));
    lines << tr("gain  %1").arg(gains.join(u"    "_s));
    lines << tr("r mean %1, rms %2;  x %3 mm;  y %4 mm")
                 .arg(change(fit.before.residualMean, fit.after.residualMean, 5),
                      change(fit.before.residualRms, fit.after.residualRms, 5),
                      change(fit.before.x_mm, fit.after.x_mm, 4), change(fit.before.y_mm, fit.after.y_mm, 4));
    m_fitText->setText(lines.join(u'\n'));
    m_fitText->show();
    if (fit.isDetermined)
        say(tr("The table is as it was: write the gains into it if you trust them."), false);
    else
        say(tr("Not determined: the beam moved too little to tell the gains apart; choose a range with motion in both "
               "planes."),
            true);
    update();
}

void ConstantsDialog::writeGains()
{
    m_model->setGains(m_fitRow.row(), m_fit->gain,
                      ConstantsModel::tr("fitted to the beam") + u", "_s + text::range(*m_range, QTimeZone::utc()));
    m_fit.reset();
    update();
    say(tr("Written into the table; Apply uses it, Save as keeps it."), false);
}

} // namespace cbpm
